variable "region" {
  type = string

  validation {
    condition     = contains(["eu-west-1"], var.region)
    error_message = "It needs a region."
  }

  validation {
    condition     = alltrue([for one in [var.region] : one != ""])
    error_message = "It needs a region."
  }
}

variable "stage" {
  type = string

  validation {
    condition     = var.region != "" && var.stage != ""
    error_message = "It needs a stage."
  }
}

resource "terraform_data" "one" {
  count = 2

  lifecycle {
    precondition {
      condition     = path.module != ""
      error_message = "It needs a path."
    }

    postcondition {
      condition     = self.id != ""
      error_message = "It needs an id."
    }
  }
}
