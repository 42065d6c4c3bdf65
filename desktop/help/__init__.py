"""Help inside the program: a window with contents, search and a way back; nothing is fetched from anywhere."""
