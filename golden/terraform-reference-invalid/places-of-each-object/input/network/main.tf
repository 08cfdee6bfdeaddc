variable "number" {
  type = number
}
