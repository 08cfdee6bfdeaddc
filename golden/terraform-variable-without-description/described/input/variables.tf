# Number of servers, at least two
variable "server_count" {
  type        = number
  description = "Servers to run"
}
