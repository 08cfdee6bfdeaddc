variable "bucketName" {
  type = string
}

variable "log_bucket" {
  type = string
}
