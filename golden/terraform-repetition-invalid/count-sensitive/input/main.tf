variable "password" {
  type      = string
  default   = null
  sensitive = true
}

# The number of instances may come of a sensitive value; only keys may not.
resource "terraform_data" "generated" {
  count = var.password == null ? 1 : 0
}
