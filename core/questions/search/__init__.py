"""How exact places are found: where a curve changes its sign, however many teeth it has, alone or with many others."""
