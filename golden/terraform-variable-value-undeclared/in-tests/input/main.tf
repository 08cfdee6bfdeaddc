variable "name" {
  type    = string
  default = "web"
}

resource "terraform_data" "all" {
  input = var.name
}
