resource "terraform_data" "one" {
  lifecycle {
    precondition {
      condition     = data.terraform_remote_state.one.id != "" && terraform_data.two.id != ""
      error_message = "It needs an id."
    }
  }
}

resource "terraform_data" "two" {}

data "terraform_remote_state" "one" {
  backend = "local"
}

variable "condition" {
  type = string
}

output "one" {
  value = terraform_data.one.id

  precondition {
    condition     = terraform_data.one.id != ""
    error_message = "It needs an id."
  }
}
