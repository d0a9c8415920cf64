"""Instructions hidden in letters, questions and earlier turns: tried on the assistant, which must not follow one."""
