# Number of servers to start with
variable "server_count" {
  type        = number
  description = ""
}

variable "vpc_id" {
  description = " "
  type        = string
}

variable "colour" {
  type        = string
  description = ""
}
