"""What a small network is taught."""

WIDTH = 48
RATE = 2e-3
STEPS = 40
SENTENCES = {
    "1.1": "De bijdrage stijgt in 2025 naar 40 euro.",
    "1.2": "Gemeenten voeren de regeling uit.",
    "2.1": "De Raad vindt de regeling te ingewikkeld.",
    "2.2": "Het kabinet kiest voor een eenvoudiger formulier.",
}
OTHER = ["De brug bij Zaltbommel wordt hersteld.", "Schepen varen om.", "Het werk duurt tot mei."]
QUESTIONS = [
    {"nl": "Hoe hoog wordt de bijdrage?", "en": "How high will the contribution be?", "answers": ["1.1"], "also": []},
    {"nl": "Wie voert het uit?", "en": "Who carries it out?", "answers": ["1.2"], "also": []},
    {"nl": "Wat wil het kabinet?", "en": "What does the cabinet want?", "answers": ["2.2"], "also": ["2.1"]},
    {"nl": "Wat kost het formulier?", "en": "What does the form cost?", "answers": [], "also": []},
]
CLAIM = {
    "doc": "toeslag", "source": ["1.2"], "nl": "De regeling is een taak van gemeenten.",
    "en": "The scheme is a task of municipalities.",
    "wrong": [{"family": "name", "nl": "De regeling is een taak van provincies.",
               "en": "The scheme is a task of provinces."}],
}  # fmt: skip
