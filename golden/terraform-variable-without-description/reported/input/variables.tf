# Server settings
variable "server_size" {
  type = string
}

# TODO: drop the limit
variable "limit" {
  type = number
}

# size = "large"
variable "size" {
  type = string
}

# Everything below concerns the database.
variable "engine" {
  type = string
}
