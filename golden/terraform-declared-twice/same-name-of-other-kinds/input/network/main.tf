variable "network" {
  type    = string
  default = "network"
}
