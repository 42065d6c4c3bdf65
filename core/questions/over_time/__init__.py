"""What an answer over the months to come is made of: how assumptions move, and what payments are worth today."""
