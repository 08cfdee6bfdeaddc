variable "colour" {
  description = "Colour of the shop"
  type        = string
}

variable "vpc_id" {
  type = string
}
