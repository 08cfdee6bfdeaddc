variable "colour" {
  description = "Colour of the shop"
  type        = string
}

variable "vpc_id" {
  description = "ID of the VPC"
  type        = string
}
