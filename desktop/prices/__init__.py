"""The price book on screen: what AI models, plans and GPUs cost, when and in whose currency, and a way to use it."""
