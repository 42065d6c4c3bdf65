"""Who wins where, over two drivers."""
