"""What the tree means to Terraform: modules, addresses, references, static values, providers."""
