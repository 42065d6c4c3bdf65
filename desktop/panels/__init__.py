"""The panels: one per question, mirrored on core/questions. Only the window knows them all."""
