resource "terraform_data" "one" {}

resource "terraform_data" "two" {}

output "one" {
  value = terraform_data.one.id
}
