variable "old" {
  type    = string
  default = "x"
}

resource "terraform_data" "a" {}
