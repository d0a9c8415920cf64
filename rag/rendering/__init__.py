"""Letter -> English rendering, sentence by sentence, by a chat model; what does not pass the checks is left out."""
