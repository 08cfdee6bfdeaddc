variable "anything" {
  type = bool
}
