variable "region" {
  type        = string
  description = ["Where", "it", "runs"]
  sensitive   = "yes"
  nullable    = 0
}

variable "sizes" {
  type    = list(number)
  default = range(3)
}
