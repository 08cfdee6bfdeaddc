# Where it runs.
variabel "region" {
  type = string
}

resource "terraform_data" "one" {
  input = var.region
}

resource "terraform_data" "two" {
  lifecycle {
    preconditon {
      condition     = var.region != ""
      error_message = "It needs a region."
    }
  }
}
