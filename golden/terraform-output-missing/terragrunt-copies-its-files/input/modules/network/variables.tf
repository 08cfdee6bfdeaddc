variable "cidr" {
  type        = string
  description = "CIDR block of the VPC"
}
