"""The answer in words above everything else."""
