"""Three small hints for somebody who has never seen the window; each is gone for good once heeded or put away."""
