# Number of servers that run at
# any time
variable "server_count" {
  type    = number
  default = 2
}

# The domain "example.com", without the dot
variable "domain" {}
