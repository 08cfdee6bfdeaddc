resource "terraform_data" "four" {
