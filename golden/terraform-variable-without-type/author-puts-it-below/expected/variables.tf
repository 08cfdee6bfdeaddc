variable "colour" {
  description = "Colour of the shop"
  type        = string
}

variable "port" {
  description = "Port that the service listens on"
  type        = number
  default     = 8080
}
