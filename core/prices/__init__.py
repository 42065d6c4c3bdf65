"""The price book: dated lists of what AI models, plans and GPUs cost, in the currency and the hours they were published
in, and how to take them over into a comparison."""
