"""An abstract evaluation of Terraform's expressions: types, values, marks, and what is wrong with them."""
