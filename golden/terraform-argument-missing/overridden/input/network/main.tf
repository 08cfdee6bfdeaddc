variable "stage" {
  type    = string
  default = "live"
}
