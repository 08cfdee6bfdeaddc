resource "terraform_data" "one" {
  input = "x"

  lifecycle {
    postcondition {
      condition     = self.id != "" && self.output == self.input
      error_message = "The id ${self.id} is empty."
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
