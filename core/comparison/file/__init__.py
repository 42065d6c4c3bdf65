"""The `.evenkeel` file: reading, checking and writing it so that nothing is ever lost."""
