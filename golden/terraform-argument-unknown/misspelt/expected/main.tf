variable "region" {
  type        = string
  default     = "eu-west-1"
  description = "Where it runs."
}

resource "terraform_data" "one" {
  input = var.region

  lifecycle {
    prevent_destroy = true
  }
}
