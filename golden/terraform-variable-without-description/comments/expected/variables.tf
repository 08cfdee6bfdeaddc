variable "server_count" {
  description = "Number of servers that run at any time"
  type        = number
  default     = 2
}

variable "domain" {
  description = "The domain \"example.com\", without the dot"
}
