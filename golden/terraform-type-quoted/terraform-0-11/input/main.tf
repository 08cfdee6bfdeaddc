terraform {
  required_version = "< 0.12"
}

variable "subnet_ids" {
  type = "list"
}
