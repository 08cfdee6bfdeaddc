bucketName = "x"
