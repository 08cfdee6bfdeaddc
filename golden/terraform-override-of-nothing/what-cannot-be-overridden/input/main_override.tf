resource "terraform_data" "two" {
  depends_on = [terraform_data.one]
}

output "one" {
  value = terraform_data.two.id

  precondition {
    condition     = terraform_data.two.id != ""
    error_message = "It needs an id."
  }
}

moved {
  from = terraform_data.three
  to   = terraform_data.one
}
