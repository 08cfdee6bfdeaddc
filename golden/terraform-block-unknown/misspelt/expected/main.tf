# Where it runs.
variable "region" {
  type = string
}

resource "terraform_data" "one" {
  input = var.region
}

resource "terraform_data" "two" {
  lifecycle {
    precondition {
      condition     = var.region != ""
      error_message = "It needs a region."
    }
  }
}
