variable "replica_region" {
  type        = string
  description = "Region of the provider configuration aws.replica"
}
