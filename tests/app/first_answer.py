"""Opens the chat without a browser and asks one question in each language; run as a module from the repository."""

from streamlit.testing.v1 import AppTest

from tests.app.conftest import APP

chat = AppTest.from_file(APP, default_timeout=300).run()
for question in ("Wat staat er in §17?", "What does §17 say?"):
    chat.chat_input[0].set_value(question).run()
assert not chat.exception, chat.exception
assert not chat.error, chat.error
assert [button.key for button in chat.button if str(button.key).startswith("cite-1-")]
