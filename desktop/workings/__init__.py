"""How did this number come about? The drawer at the right of the window in which every figure can be taken apart."""
