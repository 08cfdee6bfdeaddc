variable "token" {
  type      = string
  sensitive = true
}

variable "name" {
  type      = string
  ephemeral = false
}

resource "terraform_data" "token" {
  input = "${var.token}-${var.name}"
}
