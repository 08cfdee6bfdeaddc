resource "terraform_data" "one" {
  input = "x"

  lifecycle {
    postcondition {
      condition     = terraform_data.one.id != "" && self.output == terraform_data.one.input
      error_message = "The id ${terraform_data.one.id} is empty."
    }
  }
}

resource "terraform_data" "two" {
  count = 2

  lifecycle {
    precondition {
      condition     = terraform_data.two[0].id != ""
      error_message = "It needs an id."
    }

    postcondition {
      condition     = terraform_data.two[0].id != ""
      error_message = "It needs an id."
    }
  }
}
