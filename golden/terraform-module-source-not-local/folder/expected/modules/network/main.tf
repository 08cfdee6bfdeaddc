variable "zones" {
  type = number
}
