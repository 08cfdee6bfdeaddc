variable "server_count" {
  type        = number
  description = "Number of servers that run at any time"
  default     = 2
}

variable "domain" {
  description = "The domain \"example.com\", without the dot"
}
