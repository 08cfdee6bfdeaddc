"""What a transform is, which ones there are, and the runner that applies them."""
