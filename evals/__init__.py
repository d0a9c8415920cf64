"""How good the answers are: question sets, metrics, and a gate that blocks what got worse."""
