"""What a person types into the entry of an assumption: numbers, per cents, amounts, yes and no, ranges."""
