"""Plain data: what stands in files in the same shape as in memory. `data` says what it is made of, `shipped` and
`checking` read it, `writing` writes it."""
